WHERE (:day = '' OR r.business_day = :day)
  AND (:text = '' OR printf('%s-%06d', g.prefix, r.number) LIKE '%' || :text || '%'
    OR (:folded <> '' AND i.folded LIKE '%' || :folded || '%'))
