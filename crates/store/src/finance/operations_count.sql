SELECT count(*) AS total
FROM finance_operation o
WHERE o.business_day BETWEEN :from AND :to AND (:kind IS NULL OR o.kind = :kind)
  AND (
    :place IS NULL OR (o.place = :place AND o.place_owner = :owner) OR (o.to_place = :place AND o.to_owner = :owner)
  )
