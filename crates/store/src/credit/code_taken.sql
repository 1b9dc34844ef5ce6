SELECT 1 FROM certificate WHERE code = ?1
UNION ALL
SELECT 1 FROM bill_item WHERE code = ?1 AND retired_at IS NULL
