SELECT c.id, c.name, c.tax_id, c.note,
  (
    SELECT o.category_id FROM finance_operation o
    WHERE o.counterparty_id = c.id AND o.category_id IS NOT NULL AND o.reverses IS NULL
    ORDER BY o.id DESC
    LIMIT 1
  ) AS last_category
FROM counterparty c
WHERE c.retired_at IS NULL
ORDER BY c.name, c.id
