import { expect, test } from '../support/test.ts';
import { word } from '../support/words.ts';
import { tabTo } from '../support/keyboard.ts';

test('signing in needs no mouse', async ({ door }) => {
  const owner = door.getByRole('button', { name: new RegExp(word('common_role_owner')) });
  await tabTo(door, owner);
  await door.keyboard.press('Enter');
  await expect(door.getByRole('group', { name: word('common_pin') })).toBeVisible();
  await door.keyboard.type('2580');
  await door.keyboard.press('Enter');
  await expect(door.getByRole('heading', { name: word('shell_calendar'), level: 1 })).toBeVisible();
});
