SELECT id, name, price_minor, services, sessions, valid_days
FROM package_offer
