// Uploads a file in small pieces and goes on by itself when the service is away.
import { createReadStream } from 'node:fs';
import { Upload } from 'tus-js-client';

const [endpoint, file, reportId] = process.argv.slice(2);
let evidence;

new Upload(createReadStream(file), {
  endpoint,
  chunkSize: 64 * 1024,
  retryDelays: Array(240).fill(500),
  headers: { Authorization: `Bearer ${process.env.TOKEN}` },
  metadata: { reportId, filename: 'film.mp4', filetype: 'video/mp4' },
  onChunkComplete: (_, accepted) => console.log(`accepted ${accepted}`),
  onAfterResponse: (_, response) => {
    evidence = response.getHeader('Balagh-Evidence') ?? evidence;
  },
  onSuccess: () => console.log(`evidence ${evidence}`),
  onError: (error) => {
    console.log(`failed ${error}`);
    process.exitCode = 1;
  },
}).start();
