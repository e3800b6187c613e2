// The bundle of a unit's pages: acts that wait for the network, and where the phone is.
import { startOffline } from './offline.js';
import { startPositions } from './position.js';
import { startUploads } from '../laboratory/upload.js';

startOffline();
startPositions();
startUploads();
