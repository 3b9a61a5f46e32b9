import { describe, expect, it } from 'vitest'
import { ConfigurationError, readConfiguration } from './configuration.js'
import { DEFAULT_LIMITS } from './limits.js'

describe('readConfiguration', () => {
  it('has defaults for everything, and treats empty variables as unset', () => {
    const defaults = {
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: null,
      poolSize: 10,
      logLevel: 'info',
      dataFolder: '.onrecord/data',
      graphiql: true,
      model: null,
      publicProposals: true,
      direct: true,
      privateReceivers: true,
      trustProxy: 0,
      limits: DEFAULT_LIMITS,
      changesDays: 90,
      serverUrl: null,
      apiKey: null,
      origins: [],
      compression: true,
      introspection: true,
      suggestions: true,
      persisted: 'off',
      operationSources: ['sdk'],
      pages: true,
      desk: true,
      baseUrl: null,
    }
    expect(readConfiguration({})).toEqual(defaults)
    expect(readConfiguration({ PORT: '', HOST: '', DATABASE_URL: '', ONRECORD_GRAPHIQL: '' })).toEqual(
      defaults,
    )
  })

  it('shows GraphiQL in production only when told to', () => {
    expect(readConfiguration({ NODE_ENV: 'production' }).graphiql).toBe(false)
    expect(readConfiguration({ NODE_ENV: 'production', ONRECORD_GRAPHIQL: 'on' }).graphiql).toBe(true)
    expect(readConfiguration({ ONRECORD_GRAPHIQL: 'off' }).graphiql).toBe(false)
  })

  it('turns off in locked mode what tells strangers about the schema, and runs listed operations only', () => {
    const locked = { graphiql: false, introspection: false, suggestions: false, persisted: 'only' }
    expect(readConfiguration({ ONRECORD_LOCKED: 'on' })).toMatchObject(locked)
    expect(readConfiguration({ ONRECORD_LOCKED: 'on', ONRECORD_GRAPHIQL: 'off' })).toMatchObject(locked)
    expect(readConfiguration({ ONRECORD_LOCKED: 'off' })).toMatchObject({ graphiql: true, persisted: 'off' })
  })

  it('reads where the operations are', () => {
    const read = (ONRECORD_OPERATIONS: string) => readConfiguration({ ONRECORD_OPERATIONS }).operationSources
    expect(read('sdk, app/operations.json')).toEqual(['sdk', 'app/operations.json'])
  })

  it('reads origins, with commas between them', () => {
    const read = (ONRECORD_CORS: string) => readConfiguration({ ONRECORD_CORS }).origins
    expect(read('*')).toBe('*')
    expect(read('https://app.example, http://localhost:5173,')).toEqual([
      'https://app.example',
      'http://localhost:5173',
    ])
  })

  it('sets limits, and turns the one of the rate off', () => {
    const { limits, trustProxy } = readConfiguration({
      ONRECORD_MAX_DEPTH: '7',
      ONRECORD_DEADLINE: '2.5',
      ONRECORD_RATE_LIMIT: 'off',
      ONRECORD_TRUST_PROXY: '2',
    })
    expect(limits).toEqual({ ...DEFAULT_LIMITS, depth: 7, deadline: 2_500, rate: null })
    expect(trustProxy).toBe(2)
    expect(readConfiguration({ ONRECORD_RATE_LIMIT: '500' }).limits.rate).toBe(500)
    expect(readConfiguration({ ONRECORD_TRUST_PROXY: 'off' }).trustProxy).toBe(0)
  })

  it('keeps proposals from the public on a PostgreSQL server, unless told to show them', () => {
    const read = (set: object) =>
      readConfiguration({ DATABASE_URL: 'postgresql://host/record', ...set }).publicProposals
    expect(read({})).toBe(false)
    expect(read({ ONRECORD_PUBLIC_PROPOSALS: 'on' })).toBe(true)
    expect(readConfiguration({ ONRECORD_PUBLIC_PROPOSALS: 'off' }).publicProposals).toBe(false)
  })

  it.each([
    [{ PORT: 'http' }, 'PORT is not a number: give a port from 0 to 65535'],
    [{ PORT: '80.5' }, 'PORT is not a whole number: give a port from 0 to 65535'],
    [{ PORT: '-1' }, 'PORT is below 0: give a port from 0 to 65535'],
    [{ DATABASE_URL: 'localhost' }, 'DATABASE_URL must begin with postgresql://'],
    [{ DATABASE_POOL_SIZE: '0' }, 'DATABASE_POOL_SIZE is below 1: give 1 to 200'],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL is not a log level: give one of fatal, error, warn, info, debug, trace, silent',
    ],
    [{ ONRECORD_EXTRACTOR: 'llm' }, 'ONRECORD_EXTRACTOR is neither "rules" nor "model"'],
    [
      { ONRECORD_EXTRACTOR_URL: 'localhost:11434' },
      'ONRECORD_EXTRACTOR_URL is not the base address of an endpoint: give one such as https://api.openai.com/v1',
    ],
    [
      { ONRECORD_EXTRACTOR_URL: 'http://localhost/v1/chat/completions' },
      'ONRECORD_EXTRACTOR_URL is a base address: leave out /chat/completions',
    ],
    [
      { ONRECORD_EXTRACTOR_URL: 'http://localhost/v1' },
      'ONRECORD_EXTRACTOR_MODEL is unset: give the name of the model to ask',
    ],
    [
      { ONRECORD_EXTRACTOR: 'model' },
      'ONRECORD_EXTRACTOR_URL is unset: give the base address of the endpoint with the model\nONRECORD_EXTRACTOR_MODEL is unset: give the name of the model to ask',
    ],
    [{ ONRECORD_EXTRACTOR_TIMEOUT: '300' }, 'ONRECORD_EXTRACTOR_TIMEOUT is above 280: give 1 to 280 seconds'],
    [{ ONRECORD_PAGES: 'yes' }, 'ONRECORD_PAGES is neither "on" nor "off"'],
    [
      { ONRECORD_PUBLIC_URL: 'record.example' },
      'ONRECORD_PUBLIC_URL is no origin: give one such as https://record.example',
    ],
    [{ ONRECORD_GRAPHIQL: 'yes' }, 'ONRECORD_GRAPHIQL is neither "on" nor "off"'],
    [{ ONRECORD_URL: 'localhost:4000' }, 'ONRECORD_URL must begin with http:// or https:// and a host'],
    [{ ONRECORD_KEY: 'hunter2' }, 'ONRECORD_KEY is no key: give one that begins with or_'],
    [
      { ONRECORD_CORS: 'https://app.example/' },
      'ONRECORD_CORS has an origin that no browser sends: give https://app.example for it',
    ],
    [
      { ONRECORD_CORS: 'HTTPS://App.example:443' },
      'ONRECORD_CORS has an origin that no browser sends: give https://app.example for it',
    ],
    [
      { ONRECORD_CORS: 'app.example' },
      'ONRECORD_CORS has what is no origin: give origins such as https://app.example, with commas between them',
    ],
    [
      { ONRECORD_CORS: 'null' },
      'ONRECORD_CORS has what is no origin: give origins such as https://app.example, with commas between them',
    ],
    [
      { ONRECORD_CORS: '*, https://app.example' },
      'ONRECORD_CORS has * beside origins: give * alone, or the origins',
    ],
    [
      { ONRECORD_CORS: 'https://*.example' },
      'ONRECORD_CORS has a pattern: give each origin by itself, as https://app.example, or * alone',
    ],
    [{ ONRECORD_PERSISTED: 'on' }, 'ONRECORD_PERSISTED is neither "off" nor "allow" nor "only"'],
    [{ ONRECORD_OPERATIONS: ',' }, 'ONRECORD_OPERATIONS names no file: give a path, or sdk'],
    [
      { ONRECORD_LOCKED: 'on', ONRECORD_GRAPHIQL: 'on', ONRECORD_PERSISTED: 'allow' },
      'ONRECORD_GRAPHIQL is set against ONRECORD_LOCKED: unset one of them\nONRECORD_PERSISTED is set against ONRECORD_LOCKED: unset one of them',
    ],
    [{ ONRECORD_COMPRESSION: 'br' }, 'ONRECORD_COMPRESSION is neither "on" nor "off"'],
    [{ ONRECORD_MAX_TOKENS: '5' }, 'ONRECORD_MAX_TOKENS is below 100: give 100 to 100000 tokens'],
    [{ ONRECORD_DEADLINE: 'soon' }, 'ONRECORD_DEADLINE is not a number: give 1 to 300 seconds'],
    [
      { ONRECORD_RATE_LIMIT: 'none' },
      'ONRECORD_RATE_LIMIT is neither "off" nor a number of points: give 10 to 1000000000',
    ],
    [
      { ONRECORD_TRUST_PROXY: 'yes' },
      'ONRECORD_TRUST_PROXY is neither "off" nor a number of proxies: give 1 to 20',
    ],
    [{ ONRECORD_PUBLIC_PROPOSALS: '1' }, 'ONRECORD_PUBLIC_PROPOSALS is neither "on" nor "off"'],
  ])('names the variable and the value that it needs: %j', (env, message) => {
    expect(() => readConfiguration(env)).toThrow(new ConfigurationError(message))
  })

  it('names every wrong variable, or the option that set it', () => {
    const read = () => readConfiguration({ PORT: 'x', LOG_LEVEL: 'y' }, { PORT: '--port' })
    expect(read).toThrow(/^--port is not a number.*\nLOG_LEVEL is not a log level/)
  })

  it('asks a model when its address is set, unless ONRECORD_EXTRACTOR is "rules"', () => {
    const env = {
      ONRECORD_EXTRACTOR_URL: 'http://127.0.0.1:11434/v1',
      ONRECORD_EXTRACTOR_MODEL: 'llama3.1:8b',
      ONRECORD_EXTRACTOR_TIMEOUT: '2.5',
    }
    const model = { url: 'http://127.0.0.1:11434/v1', model: 'llama3.1:8b', key: null, timeout: 2500 }
    expect(readConfiguration(env).model).toEqual(model)
    expect(readConfiguration({ ...env, ONRECORD_EXTRACTOR_KEY: 'k' }).model).toEqual({ ...model, key: 'k' })
    expect(readConfiguration({ ...env, ONRECORD_EXTRACTOR: 'rules' }).model).toBe(null)
  })

  it.each([
    { DATABASE_URL: 'mysql://me:hunter2@host' },
    { ONRECORD_EXTRACTOR_URL: 'https://me:hunter2@host/v1' },
    { ONRECORD_EXTRACTOR_KEY: 'hunter2 ' },
  ])('never repeats a secret: %j', (env) => {
    expect(() => readConfiguration(env)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    )
  })
})

it('lets webhooks go to private networks on the embedded database of a machine alone, unless told otherwise', () => {
  const allowed = (env: Record<string, string>) => readConfiguration(env).privateReceivers
  expect(allowed({ HOST: '0.0.0.0' })).toBe(false)
  expect(allowed({ HOST: 'localhost' })).toBe(true)
  expect(allowed({ DATABASE_URL: 'postgresql://host/record' })).toBe(false)
  expect(allowed({ ONRECORD_WEBHOOK_PRIVATE: 'off' })).toBe(false)
  expect(allowed({ DATABASE_URL: 'postgresql://host/record', ONRECORD_WEBHOOK_PRIVATE: 'on' })).toBe(true)
})
