/** A file for tools. What a program gets that imports it is up to its bundler. */
declare const schema: unknown
export default schema
