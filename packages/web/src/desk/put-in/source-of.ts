import type { ArticleSource } from '@onrecord/sdk'

/** The form that a text has: by the name of its file, else by how it begins. */
export function sourceOf(content: string, name = ''): ArticleSource {
  if (/\.(html?|xhtml)$/i.test(name) || /^\s*<(!doctype|html|head|body|article|div|p|h1)\b/i.test(content)) {
    return { html: content }
  }
  if (/\.(md|markdown)$/i.test(name) || /^---\r?\n/.test(content)) return { markdown: content }
  return { plainText: content }
}
