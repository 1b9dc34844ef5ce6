import { tabTo } from '../support/keyboard.ts';
import { expect, goTo, test } from '../support/test.ts';
import { toBePaid } from '../support/till.ts';
import { word } from '../support/words.ts';

test('a fiscal device is chosen, tried and sent to again by keys', async ({ desk, salon }) => {
  const visit = await toBePaid(salon);
  await goTo(desk, 'settings/fiscal');
  await expect(desk.getByText(word('fiscal_queue_empty'))).toBeVisible();
  const device = desk.getByRole('combobox', { name: word('fiscal_device') });
  await tabTo(desk, device);
  for (let steps = 0; steps < 5 && (await device.inputValue()) !== 'simulator'; steps++)
    await desk.keyboard.press('ArrowDown');
  await expect(device).toHaveValue('simulator');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(word('settings_saved'))).toBeVisible();
  await tabTo(desk, desk.getByRole('button', { name: word('fiscal_test') }));
  await desk.keyboard.press('KeyT');
  await expect(desk.getByText(word('fiscal_test_fine'))).toBeVisible();

  await salon.call('set_simulated_fault', { fault: 'paper_out' });
  const { methods } = await salon.call('get_checkout', { appointment_id: visit, with: [] });
  const method_id = methods.find((one) => one.kind === 'cash')?.method_id ?? '';
  const line = { method_id, source_id: null, line_id: null, amount_minor: 500_000, tendered_minor: null, tip_minor: 0 };
  const { receipt_id } = await salon.call('take_payment', {
    appointment_id: visit,
    with: [],
    payments: [line],
    tips: [],
    after: 'keep',
  });
  await expect(desk.getByRole('button', { name: word('fiscal_retry') })).toBeVisible({ timeout: 15_000 });
  await salon.call('set_simulated_fault', { fault: 'none' });
  await desk.keyboard.press('KeyR');
  await expect.poll(async () => (await salon.call('get_receipt', { receipt_id })).fiscal_state).toBe('accepted');
});
