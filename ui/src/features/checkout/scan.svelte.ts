/** A scanner types into whatever has the keyboard: into a sum of money it must not. */
import { onMount } from 'svelte';
import { ScanDetector } from '../../core/keys';

/** Hears codes that a scanner types into a field of money here, and gives the field back what it had. */
export function useScansInSums(within: () => HTMLElement | null, heard: (code: string) => void): void {
  const scan = new ScanDetector();
  let before = '';

  function keydown(event: KeyboardEvent) {
    const field = event.target;
    const inSum =
      field instanceof HTMLInputElement &&
      field.inputMode === 'decimal' &&
      (within()?.contains(field) ?? false);
    if (!inSum || event.ctrlKey || event.altKey || event.metaKey) return;
    if (/^\d$/.test(event.key)) {
      if (!scan.follows(event.timeStamp)) before = field.value;
      scan.push(event.key, event.timeStamp);
    } else if (/^(Enter|NumpadEnter)$/.test(event.code) && scan.follows(event.timeStamp)) {
      const code = scan.end();
      if (code === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      field.value = before;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      // Left and entered again the field follows its sum as before.
      field.blur();
      field.focus();
      heard(code);
    } else scan.end();
  }

  onMount(() => {
    window.addEventListener('keydown', keydown, { capture: true });
    return () => window.removeEventListener('keydown', keydown, { capture: true });
  });
}
