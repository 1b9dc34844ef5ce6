SELECT id, staff_id, role, service_id, category_id, goods, product_id, product_category, kind, rate_bp, fixed_minor,
  tiers, tier_way, base, less_materials, assist_on_top, from_day
FROM commission_rule
WHERE retired_at IS NULL
ORDER BY id
