import { expect, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

test('the owner signs in by PIN; a wrong one is refused and says so', async ({ door, look }) => {
  await expect(door.getByRole('heading', { name: word('login_who') })).toBeVisible();
  await look('login-who');
  await door.getByRole('button', { name: new RegExp(word('common_role_owner')) }).click();
  await door.keyboard.type('1111');
  await door.keyboard.press('Enter');
  await expect(door.getByRole('alert')).not.toBeEmpty();
  await look('login-wrong');
  for (const digit of '2580') await door.getByRole('button', { name: digit, exact: true }).click();
  await door.getByRole('button', { name: word('login_enter') }).click();
  await expect(door.getByRole('heading', { name: word('shell_calendar'), level: 1 })).toBeVisible();
  await door.reload();
  await expect(door.getByRole('heading', { name: word('shell_calendar'), level: 1 })).toBeVisible();
});

test('five wrong PINs make the next one wait', async ({ door }) => {
  await door.getByRole('button', { name: new RegExp(word('common_role_owner')) }).click();
  const waits = door.getByRole('alert').filter({ hasText: like('login_wait') });
  for (let tries = 0; tries < 10 && !(await waits.isVisible()); tries++) {
    await door.keyboard.type('1111');
    const answered = door.waitForResponse('**/api/call');
    await door.keyboard.press('Enter');
    await answered;
  }
  await expect(waits).toBeVisible();
  await expect(door.getByRole('button', { name: word('login_enter') })).toBeDisabled();
});

test('who locks the desk must sign in again', async ({ desk }) => {
  await desk.keyboard.press('Control+KeyL');
  await expect(desk.getByRole('heading', { name: word('login_who') })).toBeVisible();
});
