WHERE c.client_id = ?1 AND b.amount_minor < 0
ORDER BY c.business_day DESC, c.id DESC
LIMIT 50
