SELECT count(*) AS certificates, -coalesce(sum(b.amount_minor), 0) AS left_minor
FROM certificate c
LEFT JOIN account_balance b ON b.account = 'certificates_outstanding' AND b.owner = c.id
