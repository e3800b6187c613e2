/** What a field unit did, in the order in which it did it, kept in the browser until the portal has it. */
const STORE = 'acts';

function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('assignment', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'number', autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function inStore(mode, work) {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** Resolves once it is on the disk. */
export const keep = (act) => inStore('readwrite', (store) => store.put(act));

export const forget = (act) => inStore('readwrite', (store) => store.delete(act.number));

/** @param who whose acts: another account on the same phone neither sees nor sends them */
export const keptBy = async (who) => (await inStore('readonly', (store) => store.getAll()))
  .filter((act) => act.who === who);
