INSERT INTO chain (device, device_seq, hash)
VALUES (:device, :device_seq, :hash)
ON CONFLICT (device) DO UPDATE SET device_seq = excluded.device_seq, hash = excluded.hash
