// The bundle of a unit's pages: acts that wait for the network, where the phone is, and coordinates to take along.
import { startCopying } from './copy.js';
import { startOffline } from './offline.js';
import { startPositions } from './position.js';
import { startUploads } from '../laboratory/upload.js';

startCopying();
startOffline();
startPositions();
startUploads();
