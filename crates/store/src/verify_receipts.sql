SELECT
  (SELECT count(*) FROM receipt) AS receipts,
  (
    SELECT count(*)
    FROM (
      SELECT count(*) AS made, count(DISTINCT number) AS numbers, max(number) AS last
      FROM receipt
      GROUP BY register_id, series
    )
    WHERE made <> last OR made <> numbers
  ) + (
    SELECT count(*)
    FROM receipt r
    WHERE r.total_minor <> (SELECT coalesce(sum(p.amount_minor), 0) FROM payment p WHERE p.receipt_id = r.id)
      OR (SELECT coalesce(sum(p.tip_minor), 0) FROM payment p WHERE p.receipt_id = r.id)
        <> (SELECT coalesce(sum(t.amount_minor), 0) FROM tip t WHERE t.receipt_id = r.id)
  ) AS wrong
