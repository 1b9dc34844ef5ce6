SELECT p.id, p.offer_id, p.item_id, p.client_id, p.name, p.services, p.sessions, p.value_minor, p.business_day,
  (SELECT coalesce(sum(u.sessions), 0) FROM package_use u WHERE u.package_id = p.id) AS used,
  -coalesce(b.amount_minor, 0) AS worth_minor, t.valid_until, t.frozen_from
FROM package p
JOIN package_term t ON t.id = p.id
LEFT JOIN account_balance b ON b.account = 'packages_outstanding' AND b.owner = p.id
