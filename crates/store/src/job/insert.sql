INSERT INTO job (id, operation, kind, place, payload, not_after, state, made_at)
VALUES (:id, :operation, :kind, :place, :payload, :not_after, 'waiting', :made_at)
