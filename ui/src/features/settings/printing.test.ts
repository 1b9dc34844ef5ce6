import { expect, test } from 'vitest';
import type { PrinterDevice } from '../../api';
import { addressWrong, pathWrong, readNumber, withCodePage, withKind } from './printing';

const device: PrinterDevice = {
  kind: 'system',
  address: '',
  path: '',
  paper: 'a4',
  mode: 'text',
  code_page: 'cp866',
  code_page_number: 17,
  open_drawer: true,
  cut: true,
  copies: 1,
};

test('an address is one that the network may find', () => {
  for (const fine of ['192.168.1.50', ' 10.0.0.5:9101 ', 'printer', 'чек-принтер.local', '[fe80::1]:9100'])
    expect(addressWrong(fine), fine).toBe(false);
  for (const wrong of [
    '',
    '192.168.1',
    '192.168.1.500',
    '10.0.0.5:0',
    '10.0.0.5:70000',
    'http://x',
    'my printer',
    '-x',
  ])
    expect(addressWrong(wrong), wrong).toBe(true);
});

test('a port is a device file, a COM port or a shared printer', () => {
  for (const fine of ['/dev/usb/lp0', 'COM3', 'lpt1:', '\\\\PC\\receipt printer'])
    expect(pathWrong(fine), fine).toBe(false);
  for (const wrong of ['', 'usb', 'C:\\printer', '/']) expect(pathWrong(wrong), wrong).toBe(true);
});

test('a number of a code page fits one byte', () => {
  expect([readNumber(' 46'), readNumber('255'), readNumber('256'), readNumber('-1'), readNumber('')]).toEqual(
    [46, 255, null, null, null],
  );
});

test('what depends on a choice follows it', () => {
  expect(withCodePage(device, 'cp1251').code_page_number).toBe(46);
  expect(withKind(device, 'network').paper).toBe('80mm');
  expect(withKind(device, 'system').paper).toBe('a4');
});
