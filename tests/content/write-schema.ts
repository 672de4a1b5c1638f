import { writeFileSync } from 'node:fs';
import { schemaFile, schemaText } from './json-schema';

// Writes the JSON Schema that authors' editors read: `tsx tests/content/write-schema.ts`.

writeFileSync(schemaFile, schemaText());
console.log(`written: ${schemaFile}`);
