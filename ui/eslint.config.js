import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** A feature sees another feature only through its index. */
const throughIndex = {
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        { group: ['**/features/*/*'], message: 'A feature is seen only through its index.ts.' },
        { group: ['../*/!(index)*'], message: 'A feature is seen only through its index.ts.' },
        { group: ['@tauri-apps/*'], message: 'Only src/api knows the transport.' },
      ],
    },
  ],
};

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/paraglide', 'src/api/generated', 'project.inlang'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      // Sets and dates here are values of a moment, never state.
      'svelte/prefer-svelte-reactivity': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
  },
  { files: ['src/features/**'], rules: throughIndex },
);
