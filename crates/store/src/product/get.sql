SELECT id, name, category, unit, barcode, price_minor, min_milli, supplier
FROM product
WHERE id = ?1
