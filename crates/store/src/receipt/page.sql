WHERE (:day = '' OR r.business_day = :day)
  AND (:shift = '' OR r.shift_id = :shift)
  AND (:text = '' OR printf('%s-%06d', g.prefix, r.number) LIKE '%' || :text || '%'
    OR (:folded <> '' AND i.folded LIKE '%' || :folded || '%'))
