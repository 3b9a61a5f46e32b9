export default {
  schema: 'node_modules/@onrecord/sdk/schema.graphql',
  documents: 'src/*.ts',
  generates: {
    'src/generated/client-preset/': {
      preset: 'client',
      config: { documentMode: 'string', defaultScalarType: 'string', useTypeImports: true },
    },
  },
}
