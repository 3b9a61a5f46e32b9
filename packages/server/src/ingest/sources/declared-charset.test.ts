import { describe, expect, it } from 'vitest'
import { declaredCharset, declaredLanguage } from './declared-charset.js'

describe('declaredCharset', () => {
  it.each([
    ['<meta charset=iso-8859-1>', 'iso-8859-1'],
    ['<META content="text/html; charset=windows-1252" http-equiv="Content-Type">', 'windows-1252'],
    [`<style>${'a{}'.repeat(4000)}</style><meta charset="koi8-r">`, 'koi8-r'],
    ['<!-- <meta charset="utf-8"> --><meta name="x" content="y"><meta charset="gbk" />', 'gbk'],
    ['<script>"<meta charset=utf-8>"</script><meta charset=big5>', 'big5'],
    ['<?xml version="1.0" encoding="ISO-8859-15"?><html>', 'ISO-8859-15'],
    ['<p>charset=x</p>', null],
    ['<!-- <meta charset=utf-8>', null],
    ['<metadata charset=utf-8>', null],
  ])('reads from %.80s the charset %s', (markup, charset) =>
    expect(declaredCharset(Buffer.from(markup))).toBe(charset),
  )

  it.each(['<!--', '<meta ', '<script>', '<'])('takes a second at most for many %s', (part) => {
    const started = performance.now()
    declaredCharset(Buffer.from(part.repeat(1_000_000)))
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

it('reads the language of a page', () => {
  expect(declaredLanguage(Buffer.from('<!doctype html><html class="a" lang="ru-RU">'))).toBe('ru-RU')
  expect(declaredLanguage(Buffer.from('<html><p lang="ru">'))).toBeNull()
})
