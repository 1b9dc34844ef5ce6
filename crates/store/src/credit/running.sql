WHERE p.periods IS NOT NULL AND b.amount_minor < 0
  AND (t.valid_until IS NULL OR t.valid_until >= ?1 OR t.frozen_from IS NOT NULL)
ORDER BY p.id
