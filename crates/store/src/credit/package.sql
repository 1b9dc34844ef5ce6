SELECT p.id, p.offer_id, p.item_id, p.client_id, p.name, p.services, p.sessions, p.value_minor, p.business_day, p.periods,
  (SELECT coalesce(sum(u.sessions), 0) FROM package_use u WHERE u.package_id = p.id) AS used,
  (SELECT json_group_array(json_array(u.period, u.sessions, u.amount_minor))
    FROM package_use u WHERE u.package_id = p.id AND u.period IS NOT NULL) AS uses,
  -coalesce(b.amount_minor, 0) AS worth_minor, t.valid_until, t.frozen_from, t.frozen_days
FROM package p
JOIN package_term t ON t.id = p.id
LEFT JOIN account_balance b ON b.account = 'packages_outstanding' AND b.owner = p.id
