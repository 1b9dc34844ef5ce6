INSERT INTO row_clock (tbl, row, grp, hlc, device, device_seq)
VALUES (:tbl, :row, :grp, :hlc, :device, :device_seq)
ON CONFLICT (row, tbl, grp) DO UPDATE
SET hlc = excluded.hlc, device = excluded.device, device_seq = excluded.device_seq
