/** Bundles the desk's script for browsers, from what tsc has made: one file, which `create-desk.js` serves. */
export default {
  publicDir: false,
  build: {
    outDir: 'dist/browser',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: { input: 'dist/desk/main.js', output: { entryFileNames: 'desk.js' } },
  },
}
