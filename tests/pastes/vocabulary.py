"""The words made-up papers are composed from. Fields, names, venues: none of it is a real paper."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """The words of one field of science."""

    name: str
    categories: tuple[tuple[str, str], ...]
    methods: tuple[str, ...]
    objects: tuple[str, ...]
    properties: tuple[str, ...]
    settings: tuple[str, ...]
    venues: tuple[tuple[str, str], ...]
    #: Titles written by hand: short, long, with signs that lists of words do not make.
    titles: tuple[str, ...] = ()


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";"))


FIELDS = (
    Field(
        "machine learning",
        (
            ("cs.LG", "Machine Learning"),
            ("stat.ML", "Machine Learning"),
            ("cs.AI", "Artificial Intelligence"),
        ),
        _split(
            "contrastive pretraining; score matching; low-rank adaptation; variational inference; conformal calibration; bilevel optimization; gradient clipping; mirror descent; offline policy evaluation; knowledge distillation; randomized smoothing; spectral pruning; mixture-of-experts routing; neural tangent analysis; curriculum sampling"
        ),
        _split(
            "graph neural networks; deep ensembles; recurrent world models; tabular transformers; normalizing flows; bandit algorithms; Bayesian neural networks; diffusion models; federated learners; sparse autoencoders; kernel machines; decision trees; energy-based models; continual learners"
        ),
        _split(
            "robustness; sample complexity; calibration; out-of-distribution generalization; fairness; plasticity; memorization; identifiability; convergence; uncertainty; interpretability; forgetting"
        ),
        _split(
            "label noise; covariate shift; limited supervision; heavy-tailed noise; partial observability; delayed feedback; long-tailed data; adversarial perturbations; non-stationary streams; small batches"
        ),
        (
            ("Advances in Neural Information Processing Systems", "NeurIPS"),
            ("International Conference on Machine Learning", "ICML"),
            ("International Conference on Learning Representations", "ICLR"),
            ("Journal of Machine Learning Research", "JMLR"),
        ),
        (
            "Lazy Ensembles",
            "Forgetting, Fast and Slow",
            "When Is a Gradient Not Enough?",
            "QUILT",
            "On the Price of a Second Look: Regret Bounds for Learners That May Ask the Same Question Twice before They Must Commit to an Answer",
            "Why Warm Restarts Help (and When They Do Not)",
            "An $O(\\sqrt{T \\log K})$ Regret Bound for Sleeping Dueling Bandits",
            "Do Wide Networks Dream of Smooth Kernels?",
            "Abstract Reasoning with Concrete Machines",
            "Comments on a Proof of Convergence by Holm",
            "Title Matters: What Referees Read First",
            "Learning to Read (and Forget) PDF Files",
            "10,000 Small Networks Are Better than One",
            "A View from Below: Losses, Plateaus, and Saddles",
            "Part II: Stochastic Approximation with Two Time Scales and One Clock",
            "SGD, Revisited. Again.",
            "RE: Replay in Embodied Learners",
            "More Related Articles: Recommending What Nobody Cites",
            "Next-Best Queries, Previously Unanswered",
            "Save, Cite, Share: Incentives of Data Reuse in Deep Learning",
            "No Code Yet? Estimating Reproducibility from Text Alone",
            "Fewer | More | All: Subset Selection with Bars",
        ),
    ),
    Field(
        "language",
        (
            ("cs.CL", "Computation and Language"),
            ("cs.AI", "Artificial Intelligence"),
            ("cs.IR", "Information Retrieval"),
        ),
        _split(
            "instruction tuning; retrieval augmentation; constrained decoding; chain-of-thought prompting; back-translation; morphological segmentation; entity linking; preference optimization; span corruption; cross-lingual transfer; speculative decoding; self-consistency voting"
        ),
        _split(
            "large language models; dialogue agents; dependency parsers; low-resource languages; question answering systems; speech translation models; legal documents; code generators; sign language corpora; multilingual encoders; clinical notes; news summaries"
        ),
        _split(
            "factuality; compositionality; politeness; hallucination; tokenization bias; long-context recall; coreference; gender bias; negation understanding; discourse coherence; toxicity; cross-domain transfer"
        ),
        _split(
            "code-switched text; noisy transcripts; zero-shot settings; conversational search; historical newspapers; multi-hop reasoning; tight token budgets; dialectal variation; temporal drift; multi-document input"
        ),
        (
            ("Annual Meeting of the Association for Computational Linguistics", "ACL"),
            ("Conference on Empirical Methods in Natural Language Processing", "EMNLP"),
            ("Transactions of the Association for Computational Linguistics", "TACL"),
        ),
        (
            "Say It Once, Mean It Twice: Redundancy in Neural Summaries",
            "Who Said That?",
            "NEWT: A Nordic Evaluation Suite for Written Text",
            "“It Depends”: How Annotators Talk about Vagueness",
            "Do Language Models Know What They Have Not Read? A Study of Abstention across Eleven Languages, Four Scripts and Three Model Families",
            "Parsing Poems",
            "Keywords Considered Harmful",
            "Authors, Editors, and Other Fictions: Attribution with Byte-Level Models",
            "Introduction to the Special Issue on Small Corpora",
            "Le mot juste : une étude des choix lexicaux en traduction neuronale",
            "Was heißt hier „offen“? Zur Lizenzierung von Sprachdaten",
            "To Be or ¬To Be: Logic-Guided Decoding of Shakespearean Sonnets",
            "Subject: (no subject). Inferring Topics of Untitled Mails",
            "See Also: Cross-References as Supervision",
            "et al.",
            "The the: Repetition Effects in Subword Models",
            "arXiv as a Corpus: Ten Years of Sectioned Text",
            "v2: What Authors Change in Revised Preprints",
        ),
    ),
    Field(
        "vision",
        (
            ("cs.CV", "Computer Vision and Pattern Recognition"),
            ("eess.IV", "Image and Video Processing"),
            ("cs.RO", "Robotics"),
        ),
        _split(
            "Gaussian splatting; masked image modeling; optical flow estimation; test-time adaptation; pose-free reconstruction; deformable attention; open-vocabulary detection; video token merging; differentiable rendering; stereo matching; self-training"
        ),
        _split(
            "satellite imagery; endoscopic video; point clouds; event cameras; egocentric recordings; vision-language models; underwater scenes; hand-object interactions; panoptic maps; face forgeries; rolling-shutter images; transparent objects"
        ),
        _split(
            "view consistency; temporal stability; depth accuracy; rotation equivariance; data efficiency; real-time speed; occlusion handling; domain generalization; colour constancy; scale ambiguity"
        ),
        _split(
            "low light; adverse weather; sparse views; severe motion blur; unposed images; edge devices; crowded scenes; missing modalities; few exemplars; unknown lenses"
        ),
        (
            ("IEEE/CVF Conference on Computer Vision and Pattern Recognition", "CVPR"),
            ("European Conference on Computer Vision", "ECCV"),
            ("International Journal of Computer Vision", "IJCV"),
        ),
        (
            "Seeing Glass",
            "FLINT: Fast Light-field INTerpolation from a Handful of Phone Pictures",
            "Where Does the Shadow End?",
            "3D-Lamp++: Relighting Indoor Scenes in 40 ms",
            "Every Pixel Votes: Dense Consensus for Robust Two-View Geometry",
            "Upside Down and Inside Out: Camera Pose without a World",
            "Figure 1",
            "One Image Is Worth $16 \\times 16$ Questions",
            "From 2D to 3D to 4D (and Back Again)",
            "PANORAMA+: Seamless, Scalable, Self-calibrating",
            "Look, Mum, No Labels!",
            "Night Trains: A Data Set of 1.5M Windows",
            "Stereo, Stereo! Matching Twice with Half the Compute",
        ),
    ),
    Field(
        "physics",
        (
            ("cond-mat.mes-hall", "Mesoscale and Nanoscale Physics"),
            ("hep-th", "High Energy Physics - Theory"),
            ("astro-ph.GA", "Astrophysics of Galaxies"),
            ("quant-ph", "Quantum Physics"),
        ),
        _split(
            "tensor network simulations; effective field theory; N-body simulations; Raman spectroscopy; lattice calculations; Monte Carlo sampling; adiabatic driving; weak lensing; interferometric imaging; density functional theory; bootstrap methods"
        ),
        _split(
            "twisted bilayer systems; axion-like particles; dwarf galaxies; trapped ions; topological superconductors; primordial black holes; spin liquids; quark-gluon plasma; gravitational-wave echoes; Rydberg arrays; protoplanetary discs; skyrmion lattices"
        ),
        _split(
            "entanglement growth; thermal transport; anomalous scaling; decoherence; phase coexistence; angular momentum loss; symmetry breaking; magnetoresistance; metallicity; dispersion"
        ),
        _split(
            "strong coupling; finite temperature; low metallicity; high redshift; strong magnetic fields; open boundaries; quenched disorder; two dimensions; the early universe; periodic driving"
        ),
        (
            ("Physical Review Letters", "Phys. Rev. Lett."),
            ("Physical Review B", "Phys. Rev. B"),
            ("Monthly Notices of the Royal Astronomical Society", "MNRAS"),
            ("Journal of High Energy Physics", "JHEP"),
        ),
        (
            "Search for $B_s^0 \\to \\mu^+\\mu^-\\gamma$ with a partial reconstruction at 13 TeV",
            "Cold dust, warm gas",
            "Is the vacuum unstable at $T \\neq 0$?",
            "First measurement of the $^{12}$C($\\alpha$,$\\gamma$)$^{16}$O rate in a cooled storage ring",
            "Spin-orbit torques in WTe$_2$/CoFeB heterostructures",
            "Erratum: Thermal conductivity of amorphous ices at 4--40 K",
            'Comment on "Anomalous drag in two-dimensional fluids"',
            "$\\mathcal{N}=4$ supersymmetric mechanics on the squashed three-sphere",
            "Discovery of a 7.2-hour period in 4U 0517+17",
            "Observation of the decay $\\Lambda_b^0 \\to p K^- \\gamma$",
            "H$_2$O masers at $z \\approx 2.3$",
            "NGC 9999: a galaxy that is not there",
            "The Tidewater Survey. XIV. Second data release",
            "Proceedings of the 3rd Lindau Workshop on Cold Plasmas",
        ),
    ),
    Field(
        "mathematics",
        (
            ("math.AP", "Analysis of PDEs"),
            ("math.CO", "Combinatorics"),
            ("math.AG", "Algebraic Geometry"),
            ("math.PR", "Probability"),
        ),
        _split(
            "a sharp inequality; the method of moving planes; derived equivalences; a probabilistic argument; Fourier restriction; entropy compression; polyhedral products; motivic integration; a discrete Morse function; concentration estimates"
        ),
        _split(
            "elliptic curves; random trees; Calabi-Yau threefolds; hypergraphs; Schrödinger operators; quiver representations; free boundary problems; Coxeter groups; stochastic heat equations; toric varieties; lattice polytopes; minimal surfaces"
        ),
        _split(
            "rigidity; well-posedness; chromatic numbers; spectral gaps; finiteness; regularity; mixing times; cohomology; unique continuation; ergodicity"
        ),
        _split(
            "positive characteristic; bounded domains; critical exponents; dense regimes; arbitrary codimension; rough coefficients; high girth; the equivariant setting; infinite volume; mild singularities"
        ),
        (
            ("Annals of Mathematics", "Ann. of Math."),
            ("Journal of Combinatorial Theory, Series B", "J. Combin. Theory Ser. B"),
            ("Communications in Mathematical Physics", "Comm. Math. Phys."),
        ),
        (
            "A note on $L^2$ bounds for rough singular integrals",
            "Counting lattice points near dilated $p$-balls",
            "$K_4$-free graphs with few edges",
            "Sums of two cubes",
            "On a question of Halvorsen and Petrakis",
            "The $(\\mathfrak{g},K)$-modules of small Gelfand--Kirillov dimension",
            "Correction to: Isoperimetry on pinched manifolds",
            "Three remarks on the $abc$ conjecture for polynomials",
            "Non-uniqueness of solutions to $-\\Delta u = |u|^{p-2}u$ on annuli",
            "Appendix to a paper of Lind: the case $n=5$",
            "Une remarque sur les groupes de Picard",
            "Graphs, and more graphs",
            "Groups of order $2^n \\cdot 3$, I",
            "What is a random variety, anyway?",
            "0-1 laws for sparse structures",
        ),
    ),
    Field(
        "biology",
        (
            ("q-bio.GN", "Genomics"),
            ("q-bio.NC", "Neurons and Cognition"),
            ("q-bio.PE", "Populations and Evolution"),
        ),
        _split(
            "single-cell sequencing; CRISPR screening; two-photon imaging; phylogenetic inference; cryo-electron tomography; optogenetic stimulation; metagenomic assembly; lineage tracing; spatial transcriptomics; patch-clamp recordings"
        ),
        _split(
            "cortical interneurons; soil microbiomes; zebrafish embryos; tumour organoids; flagellar motors; plant root tips; honeybee colonies; bacterial biofilms; alpine grasses; hippocampal place cells; yeast prions; coral symbionts"
        ),
        _split(
            "gene expression; metabolic exchange; synaptic plasticity; drought tolerance; mutation rates; foraging behaviour; chromatin accessibility; cell fate decisions; antibiotic tolerance; dispersal"
        ),
        _split(
            "heat stress; early development; nutrient limitation; chronic inflammation; fragmented habitats; sleep deprivation; hypoxia; spatially structured populations; sparse sampling; ageing"
        ),
        (
            ("eLife", "eLife"),
            ("PLOS Computational Biology", "PLoS Comput Biol"),
            ("Nature Communications", "Nat Commun"),
            ("Current Biology", "Curr Biol"),
        ),
        (
            "Sleepless flies",
            "The gut remembers: antibiotic legacies in wild mice",
            "SRRM4-dependent microexons tune the excitability of parvalbumin-positive interneurons in the ageing mouse cortex",
            "Why are there so few blue flowers?",
            "De novo assembly of the 22-Gb genome of the dawn lily",
            "p53 isoforms, revisited",
            "α-Synuclein seeds travel along the vagus nerve in aged rats",
            "Bees do it, but why? Waggle dances without food",
            "In vivo, in vitro, in silico: three views of one flagellum",
            "A new species of Tardigrada (Eutardigrada: Macrobiotidae) from the roofs of Okaya, Japan",
            "Author Correction: Lineage tracing reveals dormant stem cells in the axolotl limb",
        ),
    ),
    Field(
        "medicine",
        (
            ("q-bio.QM", "Quantitative Methods"),
            ("physics.med-ph", "Medical Physics"),
            ("stat.AP", "Applications"),
        ),
        _split(
            "a randomized controlled trial; a retrospective cohort study; a network meta-analysis; Mendelian randomization; a stepped-wedge trial; propensity score matching; a scoping review; a registry-based study; a mixed-methods study"
        ),
        _split(
            "type 2 diabetes; intensive care patients; knee osteoarthritis; paediatric asthma; hypertensive pregnancy; early-onset dementia; community-acquired pneumonia; bariatric surgery; postoperative delirium; metastatic melanoma; chronic kidney disease; atrial fibrillation"
        ),
        _split(
            "readmission; medication adherence; overall survival; quality of life; blood pressure variability; surgical site infection; diagnostic delay; pain scores; hospital mortality; telehealth uptake"
        ),
        _split(
            "rural hospitals; older adults; low-income countries; primary care; the emergency department; pregnant women; two tertiary centres; adolescents; the postoperative period; nursing homes"
        ),
        (
            ("BMJ Open", "BMJ Open"),
            ("The Lancet Digital Health", "Lancet Digit Health"),
            ("JAMA Network Open", "JAMA Netw Open"),
            ("PLoS ONE", "PLoS One"),
        ),
        (
            "Walking after stroke",
            "Effect of a nurse-led telephone follow-up on 30-day readmission among adults discharged with heart failure: the CALL-HF randomised clinical trial",
            "Vitamin D and falls: time to stop?",
            "COVID-19 and the missing appendectomies",
            "Reply to: Statins and sleep",
            "[Long-term results of hip resurfacing in young adults]",
            "Case report: a 43-year-old woman with recurrent hiccups",
            "Early mobilisation after hip fracture (EMBER): protocol for a cluster randomised trial",
            "HbA1c < 7%: for whom?",
            "Cost-effectiveness of screening for atrial fibrillation in adults aged ≥ 75 years in the Netherlands",
            "Nurses' views on night shifts: \"You get used to it, but you don't\"",
        ),
    ),
    Field(
        "economics",
        (
            ("econ.GN", "General Economics"),
            ("econ.EM", "Econometrics"),
            ("q-fin.PM", "Portfolio Management"),
        ),
        _split(
            "a regression discontinuity design; synthetic controls; a structural model; instrumental variables; textual analysis; a field experiment; difference-in-differences; double machine learning; auction data; matched employer-employee data"
        ),
        _split(
            "minimum wages; central bank communication; housing supply; gig workers; carbon markets; school choice; household debt; venture capital; microfinance groups; pension reforms; spot electricity markets; trade networks"
        ),
        _split(
            "price dispersion; wage inequality; market power; tax salience; risk sharing; liquidity; labour mobility; information frictions; intergenerational mobility; forecast errors"
        ),
        _split(
            "emerging economies; staggered adoption; the euro area; weak instruments; incomplete contracts; rural labour markets; a small open economy; high inflation; ambiguity; sovereign default"
        ),
        (
            ("American Economic Review", "Am. Econ. Rev."),
            ("Journal of Econometrics", "J. Econom."),
            ("The Quarterly Journal of Economics", "Q. J. Econ."),
        ),
        (
            "Priced Out",
            "Do Landlords Pass On Property Taxes? Evidence from 1.2 Million Rental Listings",
            "Rational Inattention and the Menu",
            "The Long Shadow of the Toll Road: Market Access and Fertility, 1840–1910",
            "Who Pays the Piper? Evidence from 3,412 Street Musicians",
            "$100 Bills on the Sidewalk",
            "Notes on Notes: Small Denominations and Shadow Prices",
            "The Price Is (Not) Right",
            "Trade, Trust & Tulips",
            "Is There a Free Lunch? School Meals and Parental Labour Supply",
            'Discussion of "Menu costs in the long run"',
        ),
    ),
    Field(
        "systems",
        (
            ("cs.DC", "Distributed, Parallel, and Cluster Computing"),
            ("cs.CR", "Cryptography and Security"),
            ("cs.DB", "Databases"),
            ("cs.SE", "Software Engineering"),
        ),
        _split(
            "speculative execution; erasure coding; symbolic execution; learned indexing; kernel bypass; remote direct memory access; differential fuzzing; lock-free queues; lease-based caching; trusted enclaves; log-structured merging"
        ),
        _split(
            "serverless platforms; key-value stores; smart contracts; GPU clusters; consensus protocols; build systems; microservice meshes; embedded firmware; stream processors; package registries; RISC-V cores; vector databases"
        ),
        _split(
            "tail latency; crash consistency; energy use; memory safety; write amplification; fault isolation; reproducibility; throughput; supply-chain security; schedulability"
        ),
        _split(
            "heterogeneous hardware; bursty load; multi-tenancy; unreliable networks; spot instances; persistent memory; continuous integration; Byzantine failures; edge deployments; mixed workloads"
        ),
        (
            ("USENIX Symposium on Operating Systems Design and Implementation", "OSDI"),
            ("ACM SIGMOD International Conference on Management of Data", "SIGMOD"),
            ("ACM Conference on Computer and Communications Security", "CCS"),
        ),
        (
            "Latency Considered Beautiful",
            "Don't Panic: Recovering Kernel Modules in Place",
            "mTLS at 100 Gb/s",
            "Who Moved My Mutex? Detecting Priority Inversions in the Wild with eBPF",
            "KESTREL: KEy-value STorage with REsilient Leases",
            "CRASH: Consistent Recovery After Sudden Halts",
            "/dev/null Considered Useful",
            "Read-Copy-Update-Regret",
            "It Works on My Machine: An Empirical Study of 4,096 Docker Files",
            "Zero to One Million req/s in 12 Lines of Rust",
            "HTTP/4?",
            "A Tale of Two Clocks: Hybrid Time in Geo-Replicated Stores",
            "git blame and Its Discontents",
        ),
    ),
    Field(
        "humanities",
        (
            ("cs.DL", "Digital Libraries"),
            ("cs.CY", "Computers and Society"),
            ("physics.hist-ph", "History and Philosophy of Physics"),
        ),
        _split(
            "a close reading; archival evidence; stylometry; oral histories; a comparative study; network analysis; radiocarbon dating; discourse analysis; participatory mapping; provenance research"
        ),
        _split(
            "medieval guild records; nineteenth-century almanacs; parish registers; bronze age hoards; peer review reports; colonial photographs; Ottoman court records; citation practices; science fiction fandoms; museum labels; radio drama; marginalia"
        ),
        _split(
            "authorship; memory; patronage; translation; credibility; gendered labour; secrecy; collective identity; openness; obsolescence"
        ),
        _split(
            "early modern Europe; the interwar years; postcolonial West Africa; the digital archive; Soviet Central Asia; occupied cities; small presses; the Cold War; the Andes; contemporary Japan"
        ),
        (
            ("Digital Scholarship in the Humanities", "DSH"),
            ("Isis", "Isis"),
            ("Journal of Documentation", "J. Doc."),
            ("Past & Present", "Past & Present"),
        ),
        (
            "Ink and Salt",
            "What Was a Laboratory? Spaces of Trial before 1700",
            "“Not for Export”: Jazz, Tariffs, and the Making of a National Sound",
            "Reading the Unread: Uncut Pages as Evidence",
            '"Dear Sir or Madam": Salutation and Status in Petitions, 1780–1830',
            "Notes and Queries, or How to Ask",
            "Review of: The Archive and Its Others",
            "The Other 1968",
            "Índices, listas y otros géneros menores en el Virreinato del Perú",
            "Chapter Three, in Which Nothing Happens",
            "Printed in Italics: Emphasis before the Typewriter",
            'Who Was "Anon."?',
        ),
    ),
)

#: Given names, and family names, of people who might be colleagues.
CULTURES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        _split(
            "Alice; Thomas; Hannah M.; R. James; Olivia; Peter J.; Grace; Noah; William T.; Emily Rose; D. K."
        ),
        _split(
            "Whitcombe; Hargreave; Ellsworth; O'Rourke; McAllen; Stroud; Fairbairn; Pemberton; St. Clair; Lockhart; Young"
        ),
    ),
    (
        _split("Wei; Xiaoming; Yu-Ting; Jing; Zhihao; Mengyao; Li; Chun-Yi; Haoran; Yue"),
        _split("Zhangsun; Ouyang; Liu; Xu; Hsieh; Tan; Ma; Deng; Guo; Li; He; Wu"),
    ),
    (
        _split("Minji; Seung-Hoon; Ji Eun; Haruka; Kenta; Yuki; Sora; Dong-Hyun; Takeshi; Ayaka"),
        _split("Kwon; Bae; Nakagome; Okuda; Shimazu; Ryu; Kobayakawa; Oh; Hatano; Im"),
    ),
    (
        _split("Priya; Arjun; S.; Lakshmi; Rohan; Anirudh V.; Fatima; Md. Tanvir; Nadia; Kavya"),
        _split(
            "Venkataraghavan; Chatterji; Iyengar; Rahman; Bhattacharjee; Kulkarni; Siddiqui; Perera; Menon; Das"
        ),
    ),
    (
        _split(
            "José María; Lucía; Ana; João Pedro; Inês; Diego; María del Carmen; Rafael; Camila; Bruno"
        ),
        _split(
            "García Ibáñez; Muñoz; dos Santos; da Conceição; Peña; Echeverría; Ferrão; Ortega-Ruiz; Quispe; de la Vega"
        ),
    ),
    (
        _split("Jürgen; Anneliese; Søren; Björn; Katja; Lars-Erik; Åsa; Hans-Peter; Maike; Jörg"),
        _split(
            "Müllenhoff; von Arnsberg; Sørlie; Ångfors; Großmann; zu Eltz; Kjærsgaard; Lindqvist; Vogel; Öztürk-Bauer"
        ),
    ),
    (
        _split(
            "François; Éloïse; Jean-Baptiste; Anaïs; Marc; Noémie; Benoît; Pieter; Saskia; Joost"
        ),
        _split(
            "Lefèvre; d'Aubigny; Beauchêne; van der Weerd; de Vrieze; Roussel; ten Brink; Vandenbossche; Le Goffic; Mertens"
        ),
    ),
    (
        _split("Aleksandra; Paweł; Ivana; Dmitry; Svetlana; Tomáš; Zoltán; Mihai; Olha; Jiří"),
        _split(
            "Szczepańska; Wójtowicz; Đurić; Kuznetsov; Havlíček; Nagyváthy; Ionescu; Tkachenko; Škvorecký; Grigoriev"
        ),
    ),
    (
        _split("Amina; Yusuf; Leila; Mehmet; Noa; Hassan; Ngozi; Kwame; Thandiwe; Tigist"),
        _split(
            "El-Sayed; Al Khatib; Yıldırım; Ben-Ami; Okonkwo-Bright; Asante; Dlamini; Haile; Farahani; Bin Hamad"
        ),
    ),
    (
        _split("Giulia; Lorenzo; Chiara; Nikos; Eleni; Duc; Thi Mai; Somchai; Dewi; Rizal"),
        _split(
            "Bellandi; De Santis; Papathanasiou; Nguyen; Tran; Srisai; Wijayanti; Della Valle; Konstantinou; Pham"
        ),
    ),
)

#: People with one name only, and groups that sign as an author.
SINGLE_NAMES = ("Suharti", "Moxie9", "Venkat", "Dewantara")
GROUPS = ("The AURIGA-2 Collaboration", "CALL-HF Study Group", "The Tidewater Consortium")

AFFILIATIONS = _split(
    "University of Northmere; Institute for Applied Reasoning, Lindau; Kestrel Research; National Laboratory of Optics; Tallow Bay Polytechnic; Eastvale School of Medicine; Department of Mathematics, Universität Neuhausen; Harrow Labs; Centre for Data Studies, Porto Verde; Faculty of Letters, Okaya University"
)

#: Sentences of abstracts. {m} method, {o} object, {p} property, {s} setting, {n} {d} numbers.
OPENINGS = (
    "Despite rapid progress, {p} of {o} under {s} remains poorly understood.",
    "{O} are increasingly studied in {s}, yet their {p} is hard to assess.",
    "We study {p} in {o} by means of {m}.",
    "A central question about {o} is how {p} behaves under {s}.",
    "Recent work on {o} has relied on {m}, at the expense of {p}.",
    "In this paper, we revisit {m} for {o} and ask what it tells us about {p}.",
    "Background: Little is known about {p} in {o}.",
    "{P} is a long-standing problem for {o} (see arXiv:{cited} for an overview).",
    "Can {m} explain {p} in {o}?",
    "This article examines {o} in {s}.",
)
MIDDLES = (
    "We introduce {acronym}, which combines {m} with {m2} to handle {s}.",
    "Our approach builds on {m}, and does not need {m2}.",
    "The key idea is to treat {p} as a consequence of {p2} rather than as its cause.",
    "We first show that {o} admit a description in terms of {p}, and then extend it to {s}.",
    "Unlike earlier work (doi:{cited_doi}), we do not assume {s}.",
    "To this end, we collect {n} cases of {o} from {k} sources, covering {s}.",
    "A careful analysis reveals three regimes, i.e., weak, intermediate and strong {p}.",
    "Under mild assumptions, the error decays as $O(n^{{-1/{k}}})$ in the number of samples.",
    "In contrast to the approach of [1, 2], no tuning of hyper-parameters is needed.",
    "We compare {k} variants of {m} on {o}, controlling for {p2}.",
    "This holds for all $p > {k}/2$ and fails at the endpoint.",
    "Participants were followed for {k} years (median {d}, IQR 1.2 to 7.5).",
    "The proof combines {m} with {m2}.",
    "Moreover, {p} and {p2} turn out to be linked: improving one without the other is impossible in {s}.",
    "We also revisit the claims of arXiv:{cited} and find that they hold only for {o} in {s}.",
)
ENDINGS = (
    "Experiments on {k} benchmarks show gains of {d}% over strong baselines, with {k}x fewer parameters.",
    "Our results suggest that {m} is a simple and effective way to study {p}.",
    "Code and data are available at https://github.com/{slug}/{slug2}.",
    "We discuss consequences for {o2} and list open problems.",
    "Conclusions: {M} may improve {p}, but larger studies are needed (p < 0.0{k}).",
    "These findings call for a closer look at {p} in {s}.",
    "We release all materials at https://{slug}.example.org/.",
    "As a by-product, we obtain a new proof of a bound by Ostrowska and Lind (2019).",
    "Overall, {acronym} reduces {p} by {d}% and is {k} times faster than the next best method.",
    "Finally, we outline how {m2} could be used to go beyond {s}.",
)
