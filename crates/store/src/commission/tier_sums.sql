SELECT rule_id, tier_month,
  coalesce(sum(base_minor) FILTER (WHERE staff_id = main_staff_id), 0) AS base_minor,
  sum(amount_minor) AS amount_minor
FROM commission
WHERE main_staff_id = :staff AND tier_month >= :month AND business_day <= :to
GROUP BY rule_id, tier_month
ORDER BY tier_month, rule_id
