-- The operation that wrote a merge group of a row after the given one, if any.
SELECT o.id
FROM row_clock c
JOIN operation o ON o.device = c.device AND o.device_seq = c.device_seq
WHERE c.tbl = :tbl AND c.row = :row AND c.grp = :grp
  AND (c.hlc, c.device, c.device_seq) > (:hlc, :device, :device_seq)
  AND c.hlc > :first_hlc
  AND (:batch IS NULL OR o.batch IS NOT :batch)
