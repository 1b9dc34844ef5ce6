INSERT INTO fiscal_queue (id, kind, receipt_id, content, total_minor, state, next_at, made_at)
VALUES (:id, :kind, :receipt_id, :content, :total_minor, 'queued', :at, :at)
