SELECT id, staff_id, role, service_id, category_id, goods, product_id, product_category, kind, rate_bp, fixed_minor,
  tiers, tier_way, base, less_materials, assist_on_top, from_day, retired_at
FROM commission_rule
WHERE id = ?1
