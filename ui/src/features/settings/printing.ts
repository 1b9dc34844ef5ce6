/** The printer of this device, as the settings ask for it. */
import type { CodePage, Paper, PrinterDevice, PrinterKind } from '../../api';

/** `192.168.1.50`, `printer.local:9100`, `[fe80::1]:9100`: something the network may find. */
export function addressWrong(address: string): boolean {
  const text = address.trim();
  const [, host = '', port] = /^(\[[0-9a-f:.]+\]|[^\s:/]+)(?::(\d{1,5}))?$/i.exec(text) ?? [];
  if (host === '' || text.length > 120) return true;
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) return true;
  const parts = host.split('.');
  if (parts.every((part) => /^\d+$/.test(part)))
    return parts.length !== 4 || parts.some((part) => Number(part) > 255);
  return !host.startsWith('[') && !/^[\p{L}\d]([\p{L}\d._-]*[\p{L}\d])?$/u.test(host);
}

/** A file that leads to a printer, not a sentence. */
export function pathWrong(path: string): boolean {
  const text = path.trim();
  return text.length > 200 || !/^(\/dev\/\S+|\/\S+|\\\\\S.*|(COM|LPT)\d{1,3}:?)$/i.test(text);
}

/** A code page's number in the printer, or `null`. */
export function readNumber(text: string): number | null {
  const number = /^\d{1,3}$/.test(text.trim()) ? Number(text) : NaN;
  return number <= 255 ? number : null;
}

const usual: Record<CodePage, number> = { cp866: 17, cp1251: 46 };

/** Another code page, with the number most printers know it by. */
export function withCodePage(device: PrinterDevice, code_page: CodePage): PrinterDevice {
  return { ...device, code_page, code_page_number: usual[code_page] };
}

/** Another kind of printer, with paper that it can have. */
export function withKind(device: PrinterDevice, kind: PrinterKind): PrinterDevice {
  const paper: Paper = kind !== 'system' && device.paper === 'a4' ? '80mm' : device.paper;
  return { ...device, kind, paper };
}
