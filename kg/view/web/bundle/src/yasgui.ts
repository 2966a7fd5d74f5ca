/** The SPARQL editor as a global, with defaults that ask nothing of other hosts. */

import Yasgui from "@zazuko/yasgui";
import "@zazuko/yasgui/build/yasgui.min.css";

// Names of classes and properties, and unknown prefixes, would be looked up at servers elsewhere.
Yasgui.Yasqe.defaults.autocompleters = ["prefixes", "variables"];
Yasgui.Yasqe.defaults.prefixCcApi = null;

Object.assign(window, { Yasgui });
