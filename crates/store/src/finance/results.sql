SELECT account, owner, sum(amount_minor) AS amount_minor
FROM (
  SELECT e.account, e.owner, e.amount_minor
  FROM ledger_transaction t
  JOIN ledger_entry e ON e.transaction_id = t.id
  WHERE t.business_day BETWEEN :from AND :to
    AND t.kind NOT IN (
      'payment', 'settlement', 'void', 'prepayment_returned', 'cash_transfer', 'money_transfer', 'goods_received',
      'wages_paid', 'advance_paid', 'tips_paid', 'staff_payment_reversed'
    )
    AND e.account NOT IN (
      'client_receivable', 'vat_payable', 'drawer', 'bank_account', 'card_clearing', 'bank', 'wages_payable', 'stock',
      'client_balance', 'certificates_outstanding', 'packages_outstanding'
    )
  UNION ALL
  -- What points and packages take off a price is posted with the payment, which has no other part in profit.
  SELECT e.account, e.owner, e.amount_minor
  FROM ledger_entry e
  CROSS JOIN ledger_transaction t ON t.id = e.transaction_id
  WHERE e.account IN ('points_redeemed', 'package_discount') AND t.business_day BETWEEN :from AND :to
    AND t.kind IN ('payment', 'void', 'prepayment_returned')
)
GROUP BY account, owner
