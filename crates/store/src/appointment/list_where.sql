WHERE a.day BETWEEN :from AND :to AND a.retired_at IS NULL AND a.sale IS NULL
  AND (:client IS NULL OR a.client_id = :client)
  AND (:staff IS NULL OR EXISTS (
    SELECT 1 FROM appointment_service x WHERE x.appointment_id = a.id AND x.retired_at IS NULL AND x.staff_id = :staff))
  AND (:service IS NULL OR EXISTS (
    SELECT 1 FROM appointment_service x
    WHERE x.appointment_id = a.id AND x.retired_at IS NULL AND x.service_id = :service))
  AND (:statuses = '' OR instr(:statuses, ' ' || a.status || ' ') > 0)
  AND (:payments = '' OR instr(:payments, CASE
    WHEN m.paid_minor >= m.total_minor THEN ' paid '
    WHEN m.paid_minor > 0 THEN ' partial '
    ELSE ' unpaid ' END) > 0)
  AND (:to_call = 0 OR a.to_call = 1)
