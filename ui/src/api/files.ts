/** Files between the engine and the person: bytes travel as base64 inside the one call. */
import type { FileOut } from './generated/wire';

/** The file's bytes as base64, for `read_import`. */
export async function fileToBase64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const step = 0x8000;
  let binary = '';
  for (let from = 0; from < bytes.length; from += step) {
    binary += String.fromCharCode(...bytes.subarray(from, from + step));
  }
  return btoa(binary);
}

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Gives a file to the person: the webview or browser puts it where downloads go. */
export function saveFile(file: FileOut): void {
  const bytes = Uint8Array.from(atob(file.content_base64), (letter) => letter.charCodeAt(0));
  download(new Blob([bytes], { type: file.media_type }), file.file_name);
}

/** Gives a text file to the person. */
export function saveText(text: string, name: string): void {
  download(new Blob([text], { type: 'text/plain;charset=utf-8' }), name);
}
