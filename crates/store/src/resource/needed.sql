SELECT 1
FROM service s, json_each(s.resources) AS need
WHERE s.retired_at IS NULL AND need.value ->> 'resource_id' = ?1
