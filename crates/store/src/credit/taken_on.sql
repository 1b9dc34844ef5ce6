SELECT coalesce(sum(p.amount_minor), 0) AS taken_minor
FROM payment p
JOIN receipt r ON r.id = p.receipt_id
WHERE p.source_id = ?1 AND r.business_day = ?2
