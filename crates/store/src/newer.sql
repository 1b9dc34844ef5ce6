SELECT 1
FROM row_clock
WHERE tbl = :tbl AND row = :row AND grp = :grp
  AND (hlc, device, device_seq) > (:hlc, :device, :device_seq)
