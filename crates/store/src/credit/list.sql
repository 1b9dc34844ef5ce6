WHERE (:code = '' AND :folded = '')
  OR (:code <> '' AND instr(c.code, :code) > 0)
  OR (:folded <> '' AND instr(coalesce(i.folded, ''), :folded) > 0)
ORDER BY c.business_day DESC, c.id DESC
LIMIT :limit
