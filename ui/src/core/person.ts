/** How a person is shown where there is no picture: letters on a colour. */

/** Two letters for the avatar. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const letters = words.length > 1 ? [words[0], words[1]] : [words[0]];
  return letters.map((word) => word?.charAt(0).toLocaleUpperCase() ?? '').join('');
}

/** A colour of the avatars' palette that stays with the client. */
export function colourOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return sum % 12;
}
