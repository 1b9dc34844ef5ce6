SELECT id, name, price_minor, services, sessions, valid_days, periods
FROM package_offer
