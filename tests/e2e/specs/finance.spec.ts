import type { Page } from '@playwright/test';
import { openedWith, receptionistSignsIn, sum, toast } from '../support/cash.ts';
import { cutOff } from '../support/look.ts';
import { booked, quietDay } from '../support/prepare.ts';
import type { Salon } from '../support/salon.ts';
import { expect, goTo, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

const NUMBER = 'KZ86125KZT5004100100';

const today = async (salon: Salon) => (await quietDay(salon)).day;

/** A bank account of the salon. */
async function bank(salon: Salon): Promise<string> {
  const { bank_account_id } = await salon.call('save_bank_account', { bank_account_id: null, name: 'Халык', number: NUMBER });
  return bank_account_id;
}

/** The day that the salon's program has. */
async function businessDay(salon: Salon): Promise<string> {
  const { shift } = await salon.call('get_shift', {});
  return shift?.business_day ?? (await today(salon));
}

/** A month with a visit paid by card, an expense and an income. */
async function month(salon: Salon): Promise<string> {
  await openedWith(salon, 2_000_000);
  const account = await bank(salon);
  const { methods } = await salon.call('list_method_terms', {});
  const card = methods.find(({ kind }) => kind === 'card')?.method_id ?? '';
  await salon.call('set_method_terms', { method_id: card, fee_bp: 150, bank_account_id: account });
  const { day, staff } = await quietDay(salon);
  const visit = await booked(salon, { day, staff: staff[0], at: 720, prices: [1_200_000, 800_000] });
  const paid = {
    method_id: card,
    source_id: null,
    line_id: null,
    amount_minor: 2_000_000,
    tendered_minor: null,
    tip_minor: 0,
  };
  await salon.call('take_payment', { appointment_id: visit, with: [], payments: [paid], tips: [], after: 'complete' });
  const { categories } = await salon.call('list_cash_categories', {});
  const category = categories.find((one) => one.direction === 'out' && one.purpose === 'expense')?.category_id ?? '';
  const { counterparty_id } = await salon.call('save_counterparty', {
    counterparty_id: null,
    name: 'ТОО Аренда',
    tax_id: '123456789012',
    note: '',
  });
  await salon.call('record_operation', {
    kind: 'expense',
    place: { kind: 'bank_account', owner: account },
    to_place: null,
    category_id: category,
    client_id: null,
    counterparty_id,
    amount_minor: 450_000,
    business_day: await businessDay(salon),
    document_number: '17',
    document_day: null,
    note: 'аренда за ноябрь',
  });
  return account;
}

const part = (desk: Page, key: string) =>
  desk.getByRole('radiogroup', { name: word('finance_sections') }).getByText(word(key), { exact: true });

test('an account is added, an expense is written and taken back', async ({ desk, salon, look }) => {
  await openedWith(salon, 2_000_000);
  await goTo(desk, 'finance');
  await expect(desk.getByText(word('finance_no_accounts'))).toBeVisible();
  await look('finance-empty');
  await desk.getByRole('button', { name: word('finance_add_account') }).click();
  const panel = desk.getByRole('complementary').last();
  await desk.getByRole('textbox', { name: word('finance_account_name') }).fill('Халык');
  await desk.getByRole('textbox', { name: word('finance_account_number') }).fill(NUMBER);
  await panel.getByRole('button', { name: word('common_save') }).click();
  await expect(toast(desk, 'finance_saved')).toBeVisible();
  await look('finance-setup');
  await part(desk, 'finance_tab_operations').click();
  await desk.getByRole('button', { name: new RegExp(`^${word('finance_new_expense')}`) }).click();
  const dialog = desk.getByRole('dialog', { name: word('finance_expense_title') });
  await dialog.getByRole('button', { name: word('finance_save') }).click();
  await expect(dialog.getByText(word('finance_sum_missing'))).toBeVisible();
  await dialog.getByRole('textbox', { name: word('finance_sum') }).fill('4500');
  await dialog.getByRole('combobox', { name: word('finance_category') }).selectOption({ label: 'Хозяйственные расходы' });
  await dialog.getByRole('textbox', { name: word('common_note') }).fill('полотенца');
  await look('finance-expense');
  await dialog.getByRole('button', { name: word('finance_save') }).click();
  await expect(toast(desk, 'finance_recorded')).toBeVisible();
  const row = desk.getByRole('row').filter({ hasText: 'Хозяйственные расходы' }).first();
  await expect(row).toContainText(sum('4 500'));
  await row.click();
  await look('finance-operation');
  await desk.getByRole('button', { name: word('finance_reverse') }).click();
  const asks = desk.getByRole('dialog', { name: like('finance_reverse_title') });
  await asks.getByText(word('finance_reason_twice')).click();
  await expect(toast(desk, 'finance_reversed_done')).toBeVisible();
  const { operations } = await salon.call('list_operations', {
    from_day: '2020-01-01',
    to_day: '2029-01-01',
    kind: null,
    place: null,
  });
  expect(operations.map((one) => one.is_reversal)).toEqual([true, false]);
});

test('reports say what was earned, and every figure opens down to entries', async ({ desk, salon, look }) => {
  await month(salon);
  await goTo(desk, 'finance');
  await expect(desk.getByText('Халык')).toBeVisible();
  await look('finance-places');
  await goTo(desk, 'finance/profit');
  const table = desk.getByRole('region', { name: word('finance_tab_profit') });
  await expect(table.getByText(word('finance_pnl_vat'), { exact: true })).toBeVisible();
  await table.getByRole('button', { name: new RegExp(word('finance_pnl_fees')) }).click();
  await expect(desk.getByText(word('finance_event_acquiring_fee')).first()).toBeVisible();
  await expect(desk.getByRole('link', { name: like('finance_open_receipt') }).first()).toBeVisible();
  await look('finance-profit');
  await goTo(desk, 'finance/flow');
  await desk.getByRole('button', { name: word('finance_flow_client_payments') }).click();
  await expect(desk.getByText(word('finance_event_payment')).first()).toBeVisible();
  await look('finance-flow');
  await goTo(desk, 'finance/balance');
  await expect(desk.getByText(like('finance_sums_to_zero'))).toBeVisible();
  await look('finance-balance');
  await desk.setViewportSize({ width: 1366, height: 768 });
  for (const tab of ['', 'profit', 'flow', 'balance', 'operations', 'setup', 'statements']) {
    await goTo(desk, `finance/${tab}`);
    expect(await cutOff(desk), tab).toEqual([]);
  }
});

test('a statement is read, matched, brought in once and taken back', async ({ desk, salon, look }) => {
  await month(salon);
  const day = await businessDay(salon);
  const [year, monthOf, date] = day.split('-');
  const text = [
    '1CClientBankExchange',
    `РасчСчет=${NUMBER}`,
    ...[
      ['17', '4500.00', NUMBER, 'KZ11', 'ТОО Аренда', 'Аренда за ноябрь'],
      ['18', '19700.00', 'KZ22', NUMBER, 'АО Банк', 'Возмещение по эквайрингу'],
      ['19', '300.00', NUMBER, 'KZ33', 'АО Банк', 'Комиссия за ведение счёта'],
    ].flatMap(([number, amount, payer, payee, name, purpose]) => [
      'СекцияДокумент=Платежное поручение',
      `Номер=${number}`,
      `Дата=${date}.${monthOf}.${year}`,
      `Сумма=${amount}`,
      `ПлательщикСчет=${payer}`,
      `ПолучательСчет=${payee}`,
      `${payer === NUMBER ? 'Получатель1' : 'Плательщик1'}=${name}`,
      `НазначениеПлатежа=${purpose}`,
      'КонецДокумента',
    ]),
    'КонецФайла',
  ].join('\r\n');
  const file = { name: 'kl_to_1c.txt', mimeType: 'text/plain', buffer: Buffer.from(text) };
  const onTheWay = async () => {
    const { places } = await salon.call('list_money_places', {});
    return places.find((one) => one.method_kind === 'card')?.balance_minor ?? 0;
  };
  const before = await onTheWay();
  await goTo(desk, 'finance/statements');
  await look('finance-statements');
  await desk.locator('input[type=file]').setInputFiles(file);
  await expect(desk.getByText(word('finance_why_same_operation'))).toBeVisible();
  await expect(desk.getByText(word('finance_why_settlement'))).toBeVisible();
  await look('finance-statement');
  await desk.getByRole('button', { name: like('finance_statement_import') }).click();
  await expect(toast(desk, 'finance_statement_done')).toBeVisible();
  const { statements } = await salon.call('list_statements', {});
  expect(statements.map(({ posted, matched }) => [posted, matched])).toEqual([[2, 1]]);
  expect(before - (await onTheWay())).toBe(1_970_000);
  await desk.locator('input[type=file]').setInputFiles(file);
  await expect(desk.getByText(word('finance_why_duplicate'))).toHaveCount(3);
  await expect(desk.getByRole('button', { name: like('finance_statement_import') })).toBeDisabled();
  await desk.getByRole('button', { name: word('common_cancel') }).click();
  await look('finance-statement-list');
  await desk.locator('input[type=file]').setInputFiles({ ...file, buffer: Buffer.from('Дорогой дневник') });
  await expect(desk.getByRole('alert').getByText(word('error_file_not_a_statement'))).toBeVisible();
});

test('whoever works at the desk does not see finances', async ({ door, salon }) => {
  await receptionistSignsIn(door, salon);
  const rail = door.getByRole('navigation', { name: word('shell_navigation'), exact: true });
  await expect(rail.getByText(word('shell_cash'))).toBeVisible();
  await expect(rail.getByText(word('finance_section'))).toHaveCount(0);
});
