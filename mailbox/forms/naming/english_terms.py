"""Labels as forms in English word them, by field; joined to the Swedish ones in `registry`."""

REQUEST_IN_ENGLISH: dict[str, str] = {
    "unit": "Unit/Department | Department/unit | Our unit | Name of unit | Clinic/unit | Requesting unit | Section "
    "| Unit name | Which unit are you from | Who are you",
    "organisation": "Part of | Belongs to | Organisation (employer) | Employer | Organisation name | "
    "Region/municipality | Principal | Your organization | Which organisation do you belong to",
    "contact_name": "Contact name | Name of contact | Name of contact person | Contact person's name | Contact "
    "person for the assignment | Requested by | Requester",
    "contact_email": "Contact email | Email of contact person | Contact person's email | Reply to | E-mail address",
    "contact_phone": "Contact phone | Tel no | Telephone number | Mobile number | Phone no | Mobile phone | Cell phone",
    "title": "Name of the assignment | Project name | Name of project | Working title",
    "activity": "Type of activity | Kind of involvement | Kind of participation | Form of participation | Form of "
    "involvement | Type of engagement | How will the person take part | Type of task",
    "description": "Description of the task | Description of the assignment | Description of the project | Project "
    "description | Task description | About the assignment | About the project | The task | Task | Assignment | "
    "What will happen | What is the task | Short description | Brief description | Summary",
    "purpose": "Objective | Objectives | Aims | Aim and objectives | Goals | Purpose and goal | Purpose and goals | "
    "Aim of the project | Purpose of the assignment | Why do you ask | What do you hope to achieve | Expected "
    "outcome",
    "expectations": "What we expect | What we expect from the participant | What is expected | Expected of the "
    "participant | Role of the participant | What do you expect of the participant | What will the participant do",
    "perspectives": "Looking for | We look for | Perspectives | Perspective (patient, service user, next of kin) | "
    "Who are you looking for | We are looking for | Patient, service user or next of kin | Patient or next of kin | "
    "Perspective sought | Which perspective",
    "experience": "With experience of | Having experience of | Lived experience | Lived experience sought | "
    "Experience sought | Experience wanted | Required experience | Experience needed | Desired background | "
    "Background | What experience is needed | Experience of | Which experience do you seek",
    "focus_areas": "Focus areas | Area | Field",
    "people_wanted": "No of people | No of persons | No of participants | Nbr of people | Nbr of persons | Number "
    "of persons | Number needed | How many persons | How many participants | How many people do you need | Number "
    "wanted | Participants needed | Number of people wanted",
    "when_text": "Date & time | Dates and times | Date/time | Time and date | When will it take place | Schedule",
    "_date": "Day | First meeting | First date | Starting date | Preferred start date | Start day | Meeting date",
    "_date_end": "Last date | Last meeting | Finish date",
    "_time": "Start time | Hours | Starts at | What time",
    "_time_end": "Finish time | Ends at",
    "_extent": "Time needed | Time commitment | Expected time | Scope",
    "minutes_per_occasion": "Length of meeting | Duration of each meeting | Minutes per meeting | Hours per meeting",
    "occasions": "No of meetings | No of occasions | Number of occasions | Number of sessions | How many meetings",
    "place": "Venue/address | Address | Room | Where is it | Location/venue | Venue and address",
    "format": "On site / remote | Onsite or remote | On site or remote | Remote or on site | On site or online | "
    "Online or in person | Meeting format | Form of meeting | Digital or on site",
    "other_participants": "Others taking part | Others attending | Other attendees | Who else takes part",
    "accessibility": "Accessibility of the venue | Access | Adaptations | Access needs",
    "personal_support": "Support offered | Support for the participant | Support during the assignment",
    "preparation": "Preparations | How to prepare | Before the meeting | Introduction",
    "reimbursement": "Remuneration | Compensation | Reimbursement and travel | Pay | Fee and travel | Payment and "
    "travel",
    "cost_centre": "Cost code | Project code | Invoice reference",
    "feedback": "Feedback to participants | Feedback to the participant | How feedback is given | Follow-up",
    "reply_by": "Please answer by | Please reply before | Answer before | Reply before | Reply no later than | Last "
    "day to reply | Response needed by | Please reply by | Answer needed by",
    "minors_wanted": "Under 18s wanted | Minors wanted | Under 18 wanted | Children wanted | Are minors wanted | "
    "Participants under 18 | Can the participant be under 18",
    "_other": "Ethics ref no | Ethical approval no | Ethical approval | Reference number | Ref no | Submitted | "
    "Submission id | Respondent | Additional information | Comments | How did you hear about us | Signature",
}

REGISTRATION_IN_ENGLISH: dict[str, str] = {
    "first_name": "Forename | Christian name",
    "_name": "Name (first and last) | What is your name | My name is",
    "phone": "Telephone number | Mobile number | Tel no | Mobile phone",
    "email": "E-mail address | My email",
    "contact_preference": "How do you prefer to be contacted | Best way to contact you | Contact me by | How do you "
    "want to be contacted | Preferred way of contact | Preferred contact",
    "municipality": "Home municipality | City | Town | Which municipality do you live in | I live in",
    "birth_year": "Year born | Year you were born | What year were you born | Date of birth | Born in",
    "perspectives": "I am | I have experience as | My perspective | Your perspective | Role | My role",
    "experience": "My experience | Your experience | Describe your experience | Lived experience | About you | "
    "About me",
    "activities": "I would like to | What would you like to do | I want to take part in | How do you want to take "
    "part | I am interested in",
    "unwilling": "I do not want to | What would you not like to do | Not willing to",
    "availability": "When can you take part | When can you | Available times | I am available",
    "travel": "How far can you go | Can you travel",
    "support_needs": "Support needed | Do you need support | I need | Special needs | Accessibility needs",
    "languages": "Languages spoken | Which languages do you know | I speak",
    "associations": "Member of | Association",
    "keep_months": "How long may we keep your data | Keep my details for",
    "max_per_half_year": "Max assignments per half year | How often may we ask",
    "_other": "How did you hear about us | Comments | Submitted | Reference number | Occupation",
}
