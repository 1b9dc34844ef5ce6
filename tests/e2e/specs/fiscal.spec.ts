import type { Page } from '@playwright/test';
import { expect, goTo, test } from '../support/test.ts';
import { toBePaid } from '../support/till.ts';
import { like, word } from '../support/words.ts';
import type { Salon } from '../support/salon.ts';

/** What the simulated device suffers from, as the owner chooses it. */
async function breaks(desk: Page, fault: string): Promise<void> {
  await desk.getByLabel(word('fiscal_simulated')).selectOption(fault);
}

async function paid(salon: Salon, visit: string, minor: number): Promise<string> {
  const { methods } = await salon.call('get_checkout', { appointment_id: visit, with: [] });
  const cash = methods.find((one) => one.kind === 'cash')?.method_id ?? '';
  const payments = [{ method_id: cash, source_id: null, line_id: null, amount_minor: minor, tendered_minor: null, tip_minor: 0 }];
  return (await salon.call('take_payment', { appointment_id: visit, with: [], payments, tips: [], after: 'keep' })).receipt_id;
}

const stateOf = async (salon: Salon, receipt: string) =>
  (await salon.call('get_receipt', { receipt_id: receipt })).fiscal_state;
const waiting = async (salon: Salon) => (await salon.call('get_fiscal_status', {})).waiting;

test('paper runs out, the sale goes on, and the receipt is registered when paper is in', async ({ desk, salon, look }) => {
  const visit = await toBePaid(salon);
  await goTo(desk, 'settings/fiscal');
  await expect(desk.getByText(word('fiscal_queue_empty'))).toBeVisible();
  await desk.getByLabel(word('fiscal_device')).selectOption('simulator');
  await desk.getByRole('button', { name: word('common_save') }).click();
  await expect(desk.getByText(word('settings_saved'))).toBeVisible();
  await desk.getByRole('button', { name: word('fiscal_test') }).click();
  await expect(desk.getByText(word('fiscal_test_fine'))).toBeVisible();

  const first = await paid(salon, visit, 500_000);
  await expect.poll(() => stateOf(salon, first)).toBe('accepted');

  await breaks(desk, 'paper_out');
  await expect.poll(async () => (await salon.call('get_fiscal_status', {})).fault).toBe('paper_out');
  const second = await paid(salon, visit, 600_000);
  expect((await salon.call('get_checkout', { appointment_id: visit, with: [] })).appointment.paid_minor).toBe(1_100_000);
  await expect(desk.getByText(word('fiscal_fault_paper_out'))).toBeVisible();
  await expect(desk.getByRole('contentinfo').getByText(word('fiscal_chip', { count: '1' }))).toBeVisible();
  expect(await stateOf(salon, second)).toBe('queued');
  await look('settings-fiscal-paper');

  await breaks(desk, 'none');
  await expect.poll(() => stateOf(salon, second)).toBe('accepted');
  await expect(desk.getByRole('contentinfo').getByText(like('fiscal_chip'))).toHaveCount(0);
  await expect(desk.getByRole('row', { name: new RegExp(word('fiscal_state_accepted')) })).toHaveCount(2);
  await look('settings-fiscal');

  await goTo(desk, 'sales');
  const { row } = await salon.call('get_receipt', { receipt_id: second });
  await desk.getByRole('row', { name: new RegExp(row.number) }).click();
  await expect(desk.getByText(like('fiscal_marks')).first()).toBeVisible();
  await expect(desk.getByRole('img', { name: like('sales_page') })).toBeVisible();
  await look('sales-fiscal');
});

test('an answer that gets lost registers nothing twice, and the device is asked', async ({ desk, salon }) => {
  const visit = await toBePaid(salon);
  await salon.call('choose_fiscal_device', { device: 'simulator', url: '', tax_system: 'usn_income' });
  await goTo(desk, 'settings/fiscal');
  await breaks(desk, 'answer_lost');
  await expect.poll(async () => (await salon.call('get_fiscal_status', {})).fault).toBe('answer_lost');
  const receipts = [await paid(salon, visit, 300_000), await paid(salon, visit, 400_000)];
  await expect.poll(() => waiting(salon)).toBe(0);
  const numbers = [];
  for (const receipt of receipts) numbers.push((await salon.call('get_receipt', { receipt_id: receipt })).fiscal?.number);
  // The shift's opening is the device's first document.
  expect(numbers).toEqual(['2', '3']);
});

test('an address that is none is refused under its field, and the tax follows the law', async ({ desk, salon, look }) => {
  await goTo(desk, 'settings/fiscal');
  await desk.getByLabel(word('fiscal_device')).selectOption('atol');
  await expect(desk.getByText(word('fiscal_atol_note'))).toBeVisible();
  await desk.getByRole('button', { name: word('common_save') }).click();
  await expect(desk.getByRole('textbox', { name: word('fiscal_url') })).toHaveAttribute('aria-invalid', 'true');
  await look('settings-fiscal-atol');
  const { services } = await salon.call('list_services', { retired: false });
  const service = services[0];
  await goTo(desk, 'settings/services');
  await desk.getByRole('row', { name: new RegExp(service?.service.name ?? '') }).first().click();
  const panel = desk.getByRole('complementary');
  await panel.getByLabel(word('fiscal_tax')).selectOption('none');
  await look('settings-service-tax');
  await panel.getByRole('button', { name: word('common_save') }).click();
  const tax = async () => {
    const after = await salon.call('list_services', { retired: false });
    return after.services.find((one) => one.service_id === service?.service_id)?.service.tax_code;
  };
  await expect.poll(tax).toBe('none');
});
