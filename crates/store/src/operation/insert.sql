INSERT INTO operation (
  id, request_id, kind, undo, actor, device, device_seq, at, hlc, undo_of, batch, reason,
  app_version, schema_version, body_hash, result, prev_hash, hash
) VALUES (
  :id, :request_id, :kind, :undo, :actor, :device, :device_seq, :at, :hlc, :undo_of, :batch, :reason,
  :app_version, :schema_version, :body_hash, :result, :prev_hash, :hash
)
